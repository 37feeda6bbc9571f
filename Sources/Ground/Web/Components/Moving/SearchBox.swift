import Civic
import Markup

/// The box in which people say what they need: one field and its button, the same everywhere on the site. It works without scripts; where
/// a page has `suggest.js`, it suggests.
public struct SearchBox: Sendable {
    let texts: Texts
    let value: String

    /// `value` is what stands in the field already.
    public init(texts: Texts, value: String = "") {
        self.texts = texts
        self.value = value
    }

    /// The form, with the label above its field.
    public var html: HTML {
        """
        <form class="field" role="search" action="\(texts.address("/buscar"))"><label for="q">\(texts["search.label"])</label>
        <div class="searchbox" data-suggest="\(texts.address("/buscar/sugerencias"))" data-label="\(texts["search.suggestions"])"\
         data-none="\(texts["search.suggestions.none"])" data-one="\(texts["search.suggestions.one"])"\
         data-many="\(texts["search.suggestions.many"])"><input id="q" name="q" type="search" value="\(value)" maxlength="200" autocomplete="off">
        <button class="button">\(texts["search.action"])</button></div></form>
        """
    }
}

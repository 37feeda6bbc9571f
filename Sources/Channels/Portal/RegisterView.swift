import Civic
import Markup
import Ports
import Web

/// The register of activities, each closed until somebody opens it, so that the page stays as short as its first sentences.
struct RegisterView {
    let texts: Texts
    let register: ProcessingRegister

    var html: HTML {
        """
        <p>\(texts["privacy.register.lead"])</p>
        \(each: register.activities, activity)\
        <p class="quiet">\(texts("privacy.register.version", ["day": texts.short(register.version)]))
        <a href="\(texts.address("/privacidad/registro.json"))">\(texts["privacy.register.file"])</a></p>

        """
    }

    private func activity(_ activity: ProcessingRegister.Activity) -> HTML {
        """
        <details id="uso-\(activity.id)"><summary\(texts.lang())>\(activity.name)</summary>
        <dl class="answers">
        \(row("privacy.register.purpose", words(activity.purpose)))\
        \(row("privacy.register.basis", words(activity.legalBasis) + unsure(activity.confidence)))\
        \(row("privacy.register.data", list(activity.data)))\
        \(row("privacy.register.persons", list(activity.persons)))\
        \(row("privacy.register.recipients", list(activity.recipients)))\
        \(row("privacy.register.kept", words(activity.retention.words) + unsure(activity.retention.confidence)))\
        \(with: activity.obligation, { row("privacy.register.obligation", words($0)) })\
        \(row("privacy.register.transfers", words(activity.transfers)))\
        \(row("privacy.register.security", list(activity.security)))</dl>
        </details>

        """
    }

    private func row(_ question: TextKey, _ answer: HTML) -> HTML { "<div><dt>\(texts[question])</dt><dd>\(answer)</dd></div>\n" }

    private func words(_ text: String) -> HTML { "<span\(texts.lang())>\(text)</span>" }

    private func list(_ items: [String]) -> HTML { words(items.joined(separator: "; ")) }

    private func unsure(_ confidence: Confidence) -> HTML {
        confidence == .high ? HTML() : " <span class=\"quiet\">(\(texts["privacy.register.unsure"]))</span>"
    }
}

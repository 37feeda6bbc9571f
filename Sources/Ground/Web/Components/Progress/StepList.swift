import Markup

/// Things to do one after the other, each under a numbered arch.
public enum StepList {
    /// Each step is a sentence, or a few with what to bring.
    public static func list(_ steps: [HTML]) -> HTML {
        """
        <ol class="steps">
        \(each: steps, { "<li>\($0)</li>\n" })</ol>
        """
    }
}

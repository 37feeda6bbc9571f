extension HTML {
    /// What the page says to machines (JSON-LD 1.1 section 7.3): a block of data, which no browser runs. Its text is written so that nothing
    /// in it can end the block.
    public init(linkedData json: JSON) {
        self.init()
        // A piece of a template may not end inside of a script: the whole block is written at once.
        append(verbatim: Array("<script type=\"application/ld+json\">".utf8) + json.embeddedBytes + Array("</script>".utf8))
    }
}

extension HTML {
    /// What the page says to machines (JSON-LD 1.1 section 7.3): a block of data, which no browser runs. Its text is written so that nothing
    /// in it can end the block.
    public init(linkedData json: JSON) {
        self.init()
        append("<script type=\"application/ld+json\">")
        append(verbatim: json.embeddedBytes)
        append("</script>")
    }
}

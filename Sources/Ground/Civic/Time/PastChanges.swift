extension ChileanTime {
    /// When the clocks changed from 1970 to 2018, by year: the day in autumn on which summer time ended and the day in spring on which it
    /// began, as month and day (`329` is 29 March), at 03:00 and 04:00 UTC. In 2015 they did not change: summer time went on.
    /// Source: IANA time zone database, zone America/Santiago.
    static let pastChanges: [(ends: Int, begins: Int)] = [
        (329, 1011), (314, 1010), (312, 1015), (311, 930), (310, 1013), (309, 1012), (314, 1010), (313, 1009),
        (312, 1015), (311, 1014), (309, 1012), (315, 1011), (314, 1010), (313, 1009), (311, 1014), (310, 1013),
        (309, 1012), (412, 1011), (313, 1009), (312, 1015), (311, 916), (310, 1013), (315, 1011), (314, 1010),
        (313, 1009), (312, 1015), (310, 1013), (330, 1012), (315, 927), (404, 1010), (312, 1015), (311, 1014),
        (310, 1013), (309, 1012), (314, 1010), (313, 1009), (312, 1015), (311, 1014), (330, 1012), (315, 1011),
        (404, 1010), (508, 821), (429, 902), (428, 908), (427, 907), (0, 0), (515, 814), (514, 813),
        (513, 812),
    ]
}

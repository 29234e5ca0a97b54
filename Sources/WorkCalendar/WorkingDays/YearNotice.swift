/// One date that a notice of the State Council names.
public struct NoticeDay: Hashable, Sendable, Codable {
    public var date: CivilDate
    /// True: a make-up working day on a Saturday or Sunday. False: a day off.
    public var working: Bool
    public var nameZh: String
    public var nameEn: String

    public init(date: CivilDate, working: Bool, nameZh: String, nameEn: String) {
        self.date = date
        self.working = working
        self.nameZh = nameZh
        self.nameEn = nameEn
    }
}

/// What the State Council's notice for one year changes against "Monday to Friday work, weekend off".
///
/// An unpublished notice means "not known yet", never "no holidays".
public struct YearNotice: Hashable, Sendable, Codable {
    public var year: Int
    public var published: Bool
    public var title: String?
    /// Document number, such as 国办发明电〔2025〕7号.
    public var number: String?
    public var url: String?
    /// Dates of the year, or of December of the year before.
    public var days: [NoticeDay]

    public init(
        year: Int, published: Bool, title: String? = nil, number: String? = nil, url: String? = nil,
        days: [NoticeDay] = []
    ) {
        self.year = year
        self.published = published
        self.title = title
        self.number = number
        self.url = url
        self.days = days
    }
}

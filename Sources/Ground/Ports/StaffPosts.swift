import Civic

/// Who somebody of the staff is for a person who reads the trace: their post and their institution, never their name. Identity fills it.
public struct StaffPosts: Sendable {
    /// nil for an id that was never one of the staff's.
    public let post: @Sendable (_ staff: Int64) async throws -> Post?

    public init(post: @escaping @Sendable (_ staff: Int64) async throws -> Post?) {
        self.post = post
    }

    /// The post as its institution calls it, the institution's name, and the point of service where they attend, if at one.
    public struct Post: Sendable, Hashable {
        public let title: String
        public let institution: String
        public let point: Int64?
        /// By which registers know the institution; empty when they do not.
        public let code: String

        public init(title: String, institution: String, point: Int64?, code: String = "") {
            self.title = title
            self.institution = institution
            self.point = point
            self.code = code
        }
    }
}

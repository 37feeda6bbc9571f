import Civic

extension Permission {
    /// Plan who attends when at a point, and see how much is expected.
    public static let planStaffing: Permission = "staffing.plan"
}

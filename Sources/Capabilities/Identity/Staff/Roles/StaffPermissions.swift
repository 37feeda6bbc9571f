import Civic

extension Permission {
    /// Open and close accounts of the staff, and say what they may do.
    public static let manageStaff: Permission = "staff.manage"
    /// Write down and end agreements between institutions.
    public static let manageAgreements: Permission = "agreements.manage"
}

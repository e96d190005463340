namespace Cwa.Model;

/// <summary>Who was asked.</summary>
public enum SurveyKind
{
    /// <summary>Customers: what services they want and how satisfied they are.</summary>
    Customer = 1,

    /// <summary>
    /// Employees who serve customers: what keeps them from matching the best in business, and their ideas.
    /// </summary>
    Employee = 2,
}

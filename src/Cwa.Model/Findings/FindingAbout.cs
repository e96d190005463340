namespace Cwa.Model;

/// <summary>
/// Which question a finding answers: one of the two of action 1, or what Executive Order 12862 asks employees.
/// </summary>
public enum FindingAbout
{
    /// <summary>The kind and quality of services that customers want.</summary>
    [SaidAs("kind of service", "kind of service wanted", "kind wanted", "service wanted", "services wanted")]
    WantedServices = 1,

    /// <summary>How satisfied customers are with existing services.</summary>
    Satisfaction = 2,

    /// <summary>The quality that customers want, where an agency tells it apart from the kind of service.</summary>
    [SaidAs("quality", "quality of service", "quality of service wanted", "wanted quality")]
    QualityWanted = 3,

    /// <summary>
    /// What an employee who serves customers says stands in the way of matching the best in business. Not a customer's
    /// word.
    /// </summary>
    [SaidAs("barrier", "barriers", "employee barriers")]
    EmployeeBarrier = 4,

    /// <summary>An employee's idea of how to match the best in business. Not a customer's word.</summary>
    [SaidAs("employee ideas", "idea", "ideas", "suggestion")]
    EmployeeIdea = 5,
}

/// <summary>Kinds of findings.</summary>
public static class FindingAbouts
{
    /// <summary>What employees say. It is no customer's word.</summary>
    public static readonly FindingAbout[] OfEmployees = [FindingAbout.EmployeeBarrier, FindingAbout.EmployeeIdea];

    /// <summary>What customers say: all the others.</summary>
    public static readonly FindingAbout[] OfCustomers = [.. Enum.GetValues<FindingAbout>().Except(OfEmployees)];
}

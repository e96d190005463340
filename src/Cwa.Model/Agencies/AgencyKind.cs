namespace Cwa.Model;

/// <summary>What an agency is within the executive branch.</summary>
public enum AgencyKind
{
    /// <summary>A department headed by a member of the Cabinet.</summary>
    [SaidAs("cabinet department", "department")]
    ExecutiveDepartment = 1,

    /// <summary>A component of a department or of another agency.</summary>
    [SaidAs("component", "subagency")]
    Bureau = 2,

    /// <summary>An agency outside the departments.</summary>
    [SaidAs("independent", "independent establishment")]
    IndependentAgency = 3,

    /// <summary>A corporation that the federal government owns or controls.</summary>
    [SaidAs("corporation")]
    GovernmentCorporation = 4,
}

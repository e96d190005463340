namespace Cwa.Dashboard.Parts;

/// <summary>Whom a standard serves, and who said what an agency heard.</summary>
public enum CustomerGroup
{
    Beneficiaries,
    Business,
    FederalEmployees,
    GeneralPublic,
    LawEnforcement,
    NaturalResources,
    ResearchAndAcademia,
    StatesLocalitiesAndPartners,
    Travelers,
    Veterans,
}

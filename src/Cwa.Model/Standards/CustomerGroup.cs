namespace Cwa.Model;

/// <summary>
/// Whom a standard serves, and who said what a finding tells: the ten groups under which the government's annual
/// customer service results are presented.
/// </summary>
public enum CustomerGroup
{
    /// <summary>People who receive benefits, such as retirement, disability, health or food assistance.</summary>
    Beneficiaries = 1,

    /// <summary>Businesses, large and small, including importers, farmers and taxpayers with employees.</summary>
    Business = 2,

    /// <summary>Anybody who calls, writes to or visits an agency.</summary>
    GeneralPublic = 3,

    /// <summary>Police, prosecutors, courts and corrections.</summary>
    LawEnforcement = 4,

    /// <summary>Those who use or look after land, water, wildlife, energy and minerals.</summary>
    NaturalResources = 5,

    /// <summary>Scientists, teachers, students, libraries and their institutions.</summary>
    ResearchAndAcademia = 6,

    /// <summary>States, localities, tribes and other partners who deliver services.</summary>
    StatesLocalitiesAndPartners = 7,

    /// <summary>Travelers, tourists and outdoor enthusiasts.</summary>
    Travelers = 8,

    /// <summary>The government itself and its employees.</summary>
    FederalEmployees = 9,

    /// <summary>Veterans and their families.</summary>
    Veterans = 10,
}

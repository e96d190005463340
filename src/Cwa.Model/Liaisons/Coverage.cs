namespace Cwa.Model;

/// <summary>For whom a primary liaison speaks. How far customers were reached is `ReachCoverage`.</summary>
public enum Coverage
{
    /// <summary>The designating agency alone.</summary>
    Self = 1,

    /// <summary>The designating agency and each of its components that has no liaison of its own.</summary>
    SelfAndComponents = 2,
}

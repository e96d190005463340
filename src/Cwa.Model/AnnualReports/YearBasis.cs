namespace Cwa.Model;

/// <summary>Which twelve months an annual report means by its year.</summary>
public enum YearBasis
{
    /// <summary>The fiscal year that ends on 30 September of the year.</summary>
    Fiscal = 1,

    /// <summary>January to December.</summary>
    Calendar = 2,
}

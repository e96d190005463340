namespace Cwa.Model;

/// <summary>How the number of people who took part was found.</summary>
public enum CountMethod
{
    /// <summary>Counted, person by person.</summary>
    [SaidAs("actual", "count", "head count", "sign-up sheet")]
    Counted = 1,

    /// <summary>Judged by eye, without counting.</summary>
    [SaidAs("about", "estimate")]
    Estimated = 2,
}

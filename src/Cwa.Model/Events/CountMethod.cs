namespace Cwa.Model;

/// <summary>How the number of people who took part was found.</summary>
public enum CountMethod
{
    /// <summary>Counted, person by person.</summary>
    Counted = 1,

    /// <summary>Judged by eye, without counting.</summary>
    Estimated = 2,
}

namespace Cwa.Model;

/// <summary>Why a number is missing. A missing number is never shown as zero.</summary>
public enum MissingReason
{
    /// <summary>There was nothing to measure: without cases there is no median.</summary>
    [SaidAs("does not apply")]
    NotApplicable = 1,

    /// <summary>The agency did not collect the number.</summary>
    [SaidAs("n/a", "not available", "not counted")]
    NotCollected = 2,

    /// <summary>The number is below the smallest that its source prints, such as "&lt;1".</summary>
    [SaidAs("<1", "below one", "less than one")]
    LessThan = 3,
}

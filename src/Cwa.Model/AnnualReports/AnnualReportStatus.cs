namespace Cwa.Model;

/// <summary>How far an annual report has come on its way to the public.</summary>
public enum AnnualReportStatus
{
    /// <summary>Being written; only the agency sees it.</summary>
    Draft = 1,

    /// <summary>Handed in for clearance.</summary>
    Submitted = 2,

    /// <summary>Sent back with a reason; the agency may change it and submit it again.</summary>
    Returned = 3,

    /// <summary>Cleared for publication.</summary>
    Cleared = 4,

    /// <summary>Published; everybody may read it.</summary>
    Published = 5,

    /// <summary>Published once, and since replaced by a newer revision.</summary>
    Superseded = 6,
}

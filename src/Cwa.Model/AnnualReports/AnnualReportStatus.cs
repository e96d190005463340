namespace Cwa.Model;

/// <summary>How far an annual report has come on its way to the public.</summary>
public enum AnnualReportStatus
{
    /// <summary>Being written. Only the agency and the agencies above it see it.</summary>
    Draft = 1,

    /// <summary>Submitted to NPR, which clears or returns it.</summary>
    Submitted = 2,

    /// <summary>Returned by NPR with a reason. The agency changes it and submits it again.</summary>
    Returned = 3,

    /// <summary>Cleared by NPR for publication.</summary>
    Cleared = 4,

    /// <summary>Published by NPR. Everyone may read it.</summary>
    Published = 5,

    /// <summary>Published, and later replaced by a newer revision.</summary>
    Superseded = 6,
}

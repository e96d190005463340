namespace Cwa.Model;

/// <summary>How an agency's report of a month stands. An amended month stands as its newest revision does.</summary>
public enum ReportState
{
    /// <summary>
    /// The agency is directed to report, and has sent nothing and drafted nothing. Until the due day that is no
    /// omission.
    /// </summary>
    Missing = 1,

    /// <summary>The agency is requested to report, and has sent nothing and drafted nothing.</summary>
    NotReported = 2,

    /// <summary>Nothing was sent yet, and the agency is writing a draft.</summary>
    Draft = 3,

    /// <summary>The newest revision waits for NPR's decision.</summary>
    Submitted = 4,

    /// <summary>NPR accepted the newest revision.</summary>
    Accepted = 5,

    /// <summary>NPR returned the newest revision, and it was not sent again.</summary>
    Returned = 6,

    /// <summary>An agency above speaks for this one, which has sent no report of its own and need not.</summary>
    Excused = 7,
}

namespace Cwa.Model;

/// <summary>
/// The state of an agency's report for a month: that of its newest revision. A revision that the agency recalled does
/// not count.
/// </summary>
public enum ReportState
{
    /// <summary>
    /// The agency is directed to report and has neither sent nor drafted anything. Until the due day that is no
    /// omission.
    /// </summary>
    Missing = 1,

    /// <summary>The agency is requested to report and has neither sent nor drafted anything.</summary>
    NotReported = 2,

    /// <summary>The agency is writing a draft and has sent nothing yet.</summary>
    Draft = 3,

    /// <summary>The newest revision waits for NPR's decision.</summary>
    Submitted = 4,

    /// <summary>NPR accepted the newest revision.</summary>
    Accepted = 5,

    /// <summary>NPR returned the newest revision, and none has been sent since.</summary>
    Returned = 6,

    /// <summary>An agency above speaks for this one, which need not report itself and has not.</summary>
    Excused = 7,
}

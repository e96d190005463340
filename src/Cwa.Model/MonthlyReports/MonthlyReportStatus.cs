namespace Cwa.Model;

/// <summary>Where a monthly report stands between its agency and NPR.</summary>
public enum MonthlyReportStatus
{
    /// <summary>Being written. Only its agency and those above it see it, and it has no revision number.</summary>
    Draft = 1,

    /// <summary>Sent to NPR and waiting for a decision. What it says never changes again.</summary>
    Submitted = 2,

    /// <summary>Accepted by NPR. The government's figures are counted from such reports.</summary>
    Accepted = 3,

    /// <summary>Sent back by NPR with a reason; the agency submits the next revision.</summary>
    Returned = 4,

    /// <summary>Accepted once, and since replaced by a later accepted revision.</summary>
    Amended = 5,

    /// <summary>
    /// Taken back by its agency before NPR decided on it; it does not count as sent. The agency submits the next
    /// revision.
    /// </summary>
    Recalled = 6,
}

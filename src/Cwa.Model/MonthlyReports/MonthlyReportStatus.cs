namespace Cwa.Model;

/// <summary>Where a monthly report stands between its agency and NPR.</summary>
public enum MonthlyReportStatus
{
    /// <summary>
    /// Being written; seen by its agency and the agencies above it only, and without a revision number.
    /// </summary>
    Draft = 1,

    /// <summary>Sent to NPR and waiting for a decision. It never changes again.</summary>
    Submitted = 2,

    /// <summary>Accepted by NPR, and what the government's figures are counted from.</summary>
    Accepted = 3,

    /// <summary>Sent back by NPR with a reason; the agency submits the next revision.</summary>
    Returned = 4,

    /// <summary>Accepted once, and since replaced by a later accepted revision.</summary>
    Amended = 5,
}

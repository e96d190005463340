namespace Cwa.Model;

/// <summary>How an agency stands on one requirement.</summary>
public enum ScorecardStatus
{
    /// <summary>Done, and on time where the memorandum names a day.</summary>
    Met = 1,

    /// <summary>Done, after the day that the memorandum names.</summary>
    MetLate = 2,

    /// <summary>Not done, and the time for it is over.</summary>
    NotMet = 3,

    /// <summary>Not decided yet: there is time left.</summary>
    Pending = 4,

    /// <summary>An agency above speaks for this one, which counts as that agency does.</summary>
    Inherited = 5,

    /// <summary>
    /// Done by an agency that is requested, not directed; for a yearly duty, everything that could be done so far is
    /// done.
    /// </summary>
    VoluntaryMet = 6,

    /// <summary>Not reported by an agency that is requested, not directed. It is never counted as not met.</summary>
    VoluntaryNotReported = 7,

    /// <summary>Not judged as met or not met; the reason gives the figures.</summary>
    NotMeasurable = 8,
}

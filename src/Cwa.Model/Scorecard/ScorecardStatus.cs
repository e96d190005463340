namespace Cwa.Model;

/// <summary>How an agency stands on one requirement.</summary>
public enum ScorecardStatus
{
    /// <summary>Done, and in time where the memorandum names a day.</summary>
    Met = 1,

    /// <summary>Done, after the day that the memorandum names.</summary>
    MetLate = 2,

    /// <summary>The day is over and it is not done.</summary>
    NotMet = 3,

    /// <summary>Not decided yet: there is time left.</summary>
    Pending = 4,

    /// <summary>An agency above speaks for this one, which counts as that agency does.</summary>
    Inherited = 5,

    /// <summary>
    /// Done by an agency that is requested, not directed; of what is decided at the end of a year, all that can be so
    /// far.
    /// </summary>
    VoluntaryMet = 6,

    /// <summary>Not reported by an agency that is requested, not directed. It is never counted as not met.</summary>
    VoluntaryNotReported = 7,

    /// <summary>There is nothing to judge as met or not met: the reason tells the figures.</summary>
    NotMeasurable = 8,
}

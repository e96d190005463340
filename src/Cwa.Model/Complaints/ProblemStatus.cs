namespace Cwa.Model;

/// <summary>
/// How far an agency has come from a problem that customers met to a process that no longer causes it.
/// </summary>
public enum ProblemStatus
{
    /// <summary>The problem is known.</summary>
    Identified = 1,

    /// <summary>Somebody answers for solving it.</summary>
    Assigned = 2,

    /// <summary>It is settled what will be changed.</summary>
    FixPlanned = 3,

    /// <summary>The process was changed; whether that helped is not yet measured.</summary>
    Changed = 4,

    /// <summary>A measurement after the change shows that it helped.</summary>
    Verified = 5,

    /// <summary>A measurement after the change shows that it did not help; the problem may be assigned again.</summary>
    NotEffective = 6,
}

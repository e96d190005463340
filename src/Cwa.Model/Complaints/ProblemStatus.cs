namespace Cwa.Model;

/// <summary>How far an agency has come in solving a systemic problem.</summary>
public enum ProblemStatus
{
    /// <summary>The agency knows of the problem.</summary>
    Identified = 1,

    /// <summary>Somebody is responsible for solving it.</summary>
    Assigned = 2,

    /// <summary>The agency has decided what to change.</summary>
    FixPlanned = 3,

    /// <summary>The process was changed. Whether that helped has not been measured yet.</summary>
    Changed = 4,

    /// <summary>A measurement after the change shows that it helped.</summary>
    Verified = 5,

    /// <summary>A measurement after the change shows that it did not help. The problem can be assigned again.</summary>
    NotEffective = 6,
}

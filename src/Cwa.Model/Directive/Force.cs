namespace Cwa.Model;

/// <summary>How strongly the memorandum words a requirement.</summary>
public enum Force
{
    /// <summary>Agencies shall do it.</summary>
    Shall = 1,

    /// <summary>Agencies should do it.</summary>
    Should = 2,

    /// <summary>Agencies are encouraged to do it.</summary>
    Encouraged = 3,

    /// <summary>Independent agencies are requested to do it.</summary>
    Requested = 4,

    /// <summary>It says what the directive is and asks nothing of agencies.</summary>
    Statement = 5,
}

namespace Cwa.Model;

/// <summary>Receives what a check finds.</summary>
internal interface IFindings
{
    /// <summary>Whether nothing has been refused so far.</summary>
    bool IsGood { get; }

    void Refuse(Refusal refusal);

    void Warn(UserWarning warning);

    /// <summary>Whether there is a warning with this path.</summary>
    bool IsWarned(IReadOnlyList<string> path);

    /// <summary>Whether the value at this path could be read.</summary>
    bool IsRead(IReadOnlyList<string> path);
}

namespace Cwa.Model;

/// <summary>Takes what a check finds.</summary>
internal interface IFindings
{
    /// <summary>Whether nothing is wrong so far.</summary>
    bool IsGood { get; }

    /// <summary>Takes what is wrong.</summary>
    void Refuse(Refusal refusal);

    /// <summary>Takes what is odd.</summary>
    void Warn(UserWarning warning);

    /// <summary>Whether something odd was told of this place.</summary>
    bool IsWarned(IReadOnlyList<string> path);

    /// <summary>Whether what stands at this place could be read.</summary>
    bool IsRead(IReadOnlyList<string> path);
}

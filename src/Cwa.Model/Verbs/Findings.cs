namespace Cwa.Model;

/// <summary>The refusals and warnings about an input. All are counted; the first hundred of each are kept.</summary>
public sealed class Findings : IFindings
{
    /// <summary>The most refusals, and the most warnings, that a caller gets.</summary>
    public const int MostTold = 100;

    private static readonly IReadOnlyList<string> Input = ["input"];

    private readonly List<Refusal> _refusals = [];
    private readonly List<UserWarning> _warnings = [];
    private int _refused;
    private int _warned;

    /// <summary>A check of the whole input.</summary>
    public Check Check => new(this, Input);

    /// <inheritdoc/>
    public bool IsGood => _refused == 0;

    /// <summary>The refusals that the caller gets. If there are too many, the last says how many more.</summary>
    public IReadOnlyList<Refusal> Refusals =>
        _refused > MostTold ? [.. _refusals, new MoreErrors(_refused - MostTold) { Path = Input }] : _refusals;

    /// <summary>The warnings that the caller gets. If there are too many, the last says how many more.</summary>
    public IReadOnlyList<UserWarning> Warnings =>
        _warned > MostTold
            ? [.. _warnings, new() { Message = $"{_warned - MostTold} more warnings are not listed.", Path = Input }]
            : _warnings;

    void IFindings.Refuse(Refusal refusal)
    {
        if (++_refused <= MostTold)
            _refusals.Add(refusal);
    }

    void IFindings.Warn(UserWarning warning)
    {
        if (++_warned <= MostTold)
            _warnings.Add(warning);
    }

    bool IFindings.IsWarned(IReadOnlyList<string> path) => _warnings.Exists(told => told.Path.SequenceEqual(path));

    bool IFindings.IsRead(IReadOnlyList<string> path) => true;
}

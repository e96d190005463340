using System.ComponentModel.DataAnnotations;

namespace Cwa.Model;

/// <summary>
/// A problem behind individual complaints, and how far the agency has come in solving it. Action 4 of the memorandum
/// asks agencies to solve problems "quickly and systemically".
/// </summary>
public sealed class SystemicProblem : IAgencyRecord
{
    internal const int LongestTitle = 200;
    internal const int LongestDescription = 4000;
    internal const int LongestOwner = 200;

    private readonly List<ProcessChange> _changes = [];

    private SystemicProblem() { } // EF Core

    /// <exception cref="ArgumentException">A text is empty or too long, or the category is another
    /// agency's.</exception>
    public SystemicProblem(
        Guid agencyId,
        ComplaintCategory? category,
        string title,
        string description,
        DateOnly foundOn,
        Guid? id = null,
        DateTime? recordedAt = null
    )
    {
        Id = id ?? Guid.CreateVersion7();
        AgencyId = agencyId;
        CategoryId = ComplaintCategory.IdFor(agencyId, category);
        Title = Require.Text(title, LongestTitle);
        Description = Require.Text(description, LongestDescription);
        FoundOn = foundOn;
        RecordedAt = UpdatedAt = Require.Stamp(recordedAt);
    }

    /// <summary>The id of the problem.</summary>
    public Guid Id { get; private init; }

    /// <summary>The id of the agency whose process causes the problem.</summary>
    public Guid AgencyId { get; private init; }

    /// <summary>The agency whose process causes the problem.</summary>
    public Agency Agency { get; private init; } = null!;

    /// <summary>The id of the complaint category that led to it; null if it was found in another way.</summary>
    public Guid? CategoryId { get; private init; }

    /// <summary>The complaint category that led to it; null if it was found in another way.</summary>
    public ComplaintCategory? Category { get; private init; }

    /// <summary>The problem in a few words.</summary>
    [MaxLength(LongestTitle)]
    public string Title { get; private init; } = "";

    /// <summary>Whom the problem affects, how, and what is known about its cause.</summary>
    [MaxLength(LongestDescription)]
    public string Description { get; private init; } = "";

    /// <summary>The day on which the agency recognized the problem.</summary>
    public DateOnly FoundOn { get; private init; }

    /// <summary>The person or group responsible for solving the problem; null until it is assigned.</summary>
    [MaxLength(LongestOwner)]
    public string? Owner { get; private set; }

    /// <summary>How far the agency has come in solving the problem.</summary>
    public ProblemStatus Status { get; private set; } = ProblemStatus.Identified;

    /// <summary>What was changed to solve the problem, in the order recorded.</summary>
    public IReadOnlyList<ProcessChange> Changes => _changes;

    /// <summary>When the problem was first stored, in UTC.</summary>
    public DateTime RecordedAt { get; private init; }

    /// <summary>When the problem was last changed, in UTC.</summary>
    public DateTime UpdatedAt { get; private set; }

    /// <summary>Whether a problem in one status may move to another.</summary>
    public static bool CanMove(ProblemStatus from, ProblemStatus to) =>
        (from, to)
            is
                (ProblemStatus.Identified or ProblemStatus.NotEffective, ProblemStatus.Assigned)
                or
                (ProblemStatus.Assigned, ProblemStatus.FixPlanned)
                or
                (ProblemStatus.FixPlanned, ProblemStatus.Changed)
                or
                (ProblemStatus.Changed, ProblemStatus.Verified or ProblemStatus.NotEffective);

    /// <summary>Names who is responsible for solving it, also after a change that did not help.</summary>
    public void Assign(string owner)
    {
        var who = Require.Text(owner, LongestOwner);
        MoveTo(ProblemStatus.Assigned);
        Owner = who;
    }

    /// <summary>Records that the agency has decided what to change.</summary>
    public void PlanFix() => MoveTo(ProblemStatus.FixPlanned);

    /// <summary>Records the change to the process, with the value measured before it.</summary>
    public ProcessChange Change(
        DateOnly effectiveOn,
        string description,
        string unit,
        double? before,
        Guid? id = null,
        DateTime? recordedAt = null
    )
    {
        var change = new ProcessChange(Id, effectiveOn, description, unit, before, id, recordedAt);
        MoveTo(ProblemStatus.Changed);
        _changes.Add(change);
        return change;
    }

    /// <summary>Records that the change helped.</summary>
    public void Verify(ProcessChange change, double after, DateOnly measuredOn) =>
        JudgeEffect(change, after, measuredOn, ProblemStatus.Verified);

    /// <summary>Records that the change did not help.</summary>
    public void FindNotEffective(ProcessChange change, double after, DateOnly measuredOn) =>
        JudgeEffect(change, after, measuredOn, ProblemStatus.NotEffective);

    private void JudgeEffect(ProcessChange change, double after, DateOnly measuredOn, ProblemStatus verdict)
    {
        if (change.ProblemId != Id)
            throw new ArgumentException("The change was made for another problem.", nameof(change));

        change.Measure(after, measuredOn);
        MoveTo(verdict);
    }

    private void MoveTo(ProblemStatus next) =>
        Status = CanMove(Status, next)
            ? next
            : throw new InvalidOperationException($"A problem that is {Status} cannot become {next}.");
}

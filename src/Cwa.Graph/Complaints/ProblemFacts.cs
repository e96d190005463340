using System.Linq.Expressions;
using Cwa.Model;

namespace Cwa.Graph;

/// <summary>What is stored of a problem's steps.</summary>
internal sealed record ProblemFacts
{
    // A text of the trail cannot say this: its quotes are escaped there.
    private const string Assigned = "\"status\":\"ASSIGNED\"",
        Planned = "\"status\":\"FIX_PLANNED\"";

    public Guid Id { get; init; }
    public Guid AgencyId { get; init; }
    public Guid? CategoryId { get; init; }
    public string Title { get; init; } = "";
    public ProblemStatus Status { get; init; }
    public DateOnly FoundOn { get; init; }

    /// <summary>When the audit trail first said that it is assigned.</summary>
    public DateTime? AssignedAt { get; init; }

    /// <summary>When the audit trail first said that its change is planned.</summary>
    public DateTime? PlannedAt { get; init; }

    public DateOnly? FirstChangeOn { get; init; }

    /// <summary>The first day of the change that was measured last.</summary>
    public DateOnly? MeasuredChangeOn { get; init; }

    /// <summary>The first day of the change that is not measured yet.</summary>
    public DateOnly? OpenChangeOn { get; init; }

    public DateOnly? LastMeasuredOn { get; init; }

    /// <summary>The day on which it was measured that a change helped.</summary>
    public DateOnly? VerifiedOn => Status == ProblemStatus.Verified ? LastMeasuredOn : null;

    /// <summary>Reads the facts of problems, in one statement.</summary>
    /// <param name="trail">The audit trail.</param>
    /// <param name="dated">Whether it is looked up there when the problems were assigned and planned.</param>
    public static Expression<Func<SystemicProblem, ProblemFacts>> Of(IQueryable<AuditEntry> trail, bool dated = true) =>
        problem => new ProblemFacts
        {
            Id = problem.Id,
            AgencyId = problem.AgencyId,
            CategoryId = problem.CategoryId,
            Title = problem.Title,
            Status = problem.Status,
            FoundOn = problem.FoundOn,
            AssignedAt = dated
                ? trail
                    .Where(e => e.SubjectId == problem.Id && e.After!.Contains(Assigned))
                    .Min(e => (DateTime?)e.RecordedAt)
                : null,
            PlannedAt = dated
                ? trail
                    .Where(e => e.SubjectId == problem.Id && e.After!.Contains(Planned))
                    .Min(e => (DateTime?)e.RecordedAt)
                : null,
            FirstChangeOn = problem.Changes.Min(c => (DateOnly?)c.EffectiveOn),
            MeasuredChangeOn = problem
                .Changes.Where(c => c.MeasuredOn != null)
                .OrderByDescending(c => c.MeasuredOn)
                .ThenByDescending(c => c.Id)
                .Select(c => (DateOnly?)c.EffectiveOn)
                .FirstOrDefault(),
            OpenChangeOn = problem.Changes.Where(c => c.MeasuredOn == null).Max(c => (DateOnly?)c.EffectiveOn),
            LastMeasuredOn = problem.Changes.Max(c => c.MeasuredOn),
        };

    /// <summary>The steps by their days.</summary>
    public ProblemSteps Steps(DateOnly today)
    {
        var begunOn = LastMeasuredOn > FoundOn ? LastMeasuredOn.Value : FoundOn;
        var status = StatusOn(today);
        return new()
        {
            AsOf = today,
            Status = status,
            FoundOn = FoundOn,
            AssignedOn = Recorded(AssignedAt, today),
            PlannedOn = Recorded(PlannedAt, today),
            ChangedOn = FirstChangeOn <= today ? FirstChangeOn : null,
            VerifiedOn = VerifiedOn,
            DueOn = ProblemTargets.DueOn(status, begunOn, OpenChangeOn),
        };
    }

    /// <summary>How far it has come: a change that is still to come is planned, not made.</summary>
    public ProblemStatus StatusOn(DateOnly today) =>
        Status == ProblemStatus.Changed && OpenChangeOn > today ? ProblemStatus.FixPlanned : Status;

    // The trail has the system's clock. While the date is fixed, it says nothing about the domain's days.
    private static DateOnly? Recorded(DateTime? at, DateOnly today) =>
        at is { } instant && Washington.DateOf(instant) is var day && day <= today ? day : null;
}

using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Model;

/// <summary>
/// Corrects a designation of a liaison (action 2), such as one of the wrong person or of the wrong day: give all that
/// it should say. What it said before stays in its `earlier` versions. A liaison who is succeeded is not corrected: see
/// `designateLiaison`.
/// </summary>
[By(Role.Agency)]
public sealed record CorrectLiaisonDesignation : DesignationVerb
{
    /// <summary>The id of the designation, not of an earlier version of it.</summary>
    public required Id<Liaison> LiaisonId { get; init; }

    /// <summary>
    /// The first day on which the person no longer serves. If it is left out, the designation has no end, even if it
    /// had one before.
    /// </summary>
    public DateOnly? EndedOn { get; init; }

    /// <summary>Why it is corrected.</summary>
    [MaxLength(CorrectableRecord.LongestReason)]
    public required string Reason { get; init; }

    /// <inheritdoc/>
    public override async Task<Liaison?> DoAsync(Work work, CancellationToken cancellationToken)
    {
        CheckInput(work);
        work.Check.InOrder(DesignatedOn, EndedOn, nameof(EndedOn));
        if (await work.OwnAsync(LiaisonId, cancellationToken) is not { } liaison)
            return null;

        var others = await work
            .Db.Liaisons.Where(l => l.AgencyId == liaison.AgencyId && l.Id != liaison.Id)
            .ToListAsync(cancellationToken);
        if (others.Find(Overlaps) is { } overlapping)
            work.Refuse(new DesignationDaysTaken(overlapping), nameof(DesignatedOn));
        if (!work.IsGood)
            return null;

        var said = Said(liaison.AgencyId, liaison.ReportedAt, liaison);
        if (EndedOn is { } end)
            said.End(end);
        if (work.Correct(liaison, said, Reason) is null)
            return null;

        work.Announce(FeedKind.LiaisonDesignated, liaison);
        return liaison;
    }

    // A successor may begin on the day on which the other ends.
    private bool Overlaps(Liaison other) =>
        (other.IsOpen && EndedOn is null)
        || (DesignatedOn < (other.EndedOn ?? DateOnly.MaxValue) && other.DesignatedOn < (EndedOn ?? DateOnly.MaxValue));
}

/// <summary>Another person is the agency's liaison on some of these days.</summary>
public sealed record DesignationDaysTaken(Liaison Existing) : Refusal
{
    /// <summary>The other designation.</summary>
    public Liaison Existing { get; } = Existing;

    /// <inheritdoc/>
    public override string Message =>
        $"{Existing.Name} is the agency's liaison from {Existing.DesignatedOn:yyyy-MM-dd}"
        + (Existing.EndedOn is { } end ? $" until {end:yyyy-MM-dd}" : "")
        + ". An agency has one liaison at a time.";
}

using Microsoft.EntityFrameworkCore;

namespace Cwa.Model;

/// <summary>Designates an agency's primary liaison (action 2), and tells NPR. An agency has one at a time.</summary>
[By(Role.Agency)]
public sealed record DesignateLiaison : DesignationVerb
{
    /// <summary>The designating agency's id.</summary>
    public required Id<Agency> AgencyId { get; init; }

    /// <summary>
    /// Whether the person replaces the agency's present liaison, whose designation then ends on the day that this one
    /// begins.
    /// </summary>
    public bool Replace { get; init; }

    /// <inheritdoc/>
    public override async Task<Liaison?> DoAsync(Work work, CancellationToken cancellationToken)
    {
        CheckInput(work);
        if (await work.AgencyAsync(AgencyId, cancellationToken) is not { } agency)
            return null;

        var before = await work.Db.Liaisons.Where(l => l.AgencyId == agency.Id).ToListAsync(cancellationToken);
        var open = before.Find(l => l.IsOpen);
        if (open is not null && !Replace)
            work.Refuse(new LiaisonAlreadyDesignated(open), nameof(AgencyId));
        else if (before.Find(l => DesignatedOn < (l.EndedOn ?? l.DesignatedOn)) is { } overlapping)
            work.Refuse(new DesignationsOverlap(overlapping), nameof(DesignatedOn));
        if (!work.IsGood)
            return null;

        if (open is not null)
        {
            open.End(DesignatedOn);
            work.Announce(FeedKind.LiaisonDesignationEnded, open);
        }

        var liaison = Said(agency.Id, work.Now);
        work.Db.Add(liaison);
        work.Announce(FeedKind.LiaisonDesignated, liaison);
        return liaison;
    }
}

/// <summary>The agency already has a liaison, and `replace` is not set.</summary>
public sealed record LiaisonAlreadyDesignated(Liaison Existing) : Refusal
{
    /// <summary>The open designation.</summary>
    public Liaison Existing { get; } = Existing;

    /// <inheritdoc/>
    public override string Message =>
        $"{Existing.Name} has been the agency's liaison since {Existing.DesignatedOn:yyyy-MM-dd}. "
        + "End that designation first, or set `replace`.";
}

/// <summary>The designation would begin while another lasts.</summary>
public sealed record DesignationsOverlap(Liaison Existing) : Refusal
{
    /// <summary>The other designation.</summary>
    public Liaison Existing { get; } = Existing;

    /// <inheritdoc/>
    public override string Message =>
        Existing.EndedOn is { } end
            ? $"{Existing.Name} was the agency's liaison until {end:yyyy-MM-dd}; "
                + "designate the next from that day or later."
            : $"{Existing.Name} is the agency's liaison from {Existing.DesignatedOn:yyyy-MM-dd}; "
                + "a replacement begins on that day or later.";
}

/// <summary>There is no way to reach the person.</summary>
public sealed record LiaisonUnreachable : Refusal
{
    /// <inheritdoc/>
    public override string Message => "Give the liaison's telephone number or e-mail address.";
}

/// <summary>A text is not an e-mail address.</summary>
public sealed record NotAnEmailAddress : Refusal
{
    /// <inheritdoc/>
    public override string Message => EmailAddress.Expected;
}

using Cwa.Graph.Engine;
using Cwa.Model;
using GraphQL;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Graph;

/// <summary>Whom an agency designates, and from when.</summary>
public sealed record DesignateLiaisonInput : MutationInput
{
    /// <summary>The designating agency's id.</summary>
    [Id]
    public required string AgencyId { get; init; }

    /// <summary>The person's name, 1–200 characters.</summary>
    public required string Name { get; init; }

    /// <summary>The person's title, at most 200 characters.</summary>
    public string? Title { get; init; }

    /// <summary>The office within the agency where the person works, at most 200 characters.</summary>
    public string? Office { get; init; }

    /// <summary>
    /// The telephone number as people write it, at most 50 characters. Give this, an e-mail address, or both.
    /// </summary>
    public string? Phone { get; init; }

    /// <summary>The e-mail address, at most 254 characters. Give this, a telephone number, or both.</summary>
    public string? Email { get; init; }

    /// <summary>Whether the person speaks for the agency alone or for its components as well.</summary>
    [DefaultAstValue("SELF")]
    public Coverage Coverage { get; init; }

    /// <summary>The day of the designation.</summary>
    public required DateOnly DesignatedOn { get; init; }

    /// <summary>
    /// Whether the person replaces the agency's present liaison, whose designation then ends on the day that this one
    /// begins.
    /// </summary>
    [DefaultAstValue("false")]
    public bool Replace { get; init; }
}

/// <summary>The designation, or why it was refused.</summary>
public sealed record DesignateLiaisonPayload : Payload
{
    /// <summary>The new designation; null when it was refused or only checked.</summary>
    public Liaison? Liaison { get; init; }
}

/// <summary>The agency has a liaison, who was not to be replaced.</summary>
public sealed record LiaisonAlreadyDesignated(Liaison Existing, IReadOnlyList<string> Path) : IUserError
{
    /// <summary>The open designation.</summary>
    public Liaison Existing { get; } = Existing;

    /// <inheritdoc/>
    public string Message =>
        $"{Existing.Name} is the agency's liaison since {Existing.DesignatedOn:yyyy-MM-dd}. End that designation, or replace it.";
}

/// <summary>The designation would begin while another lasts.</summary>
public sealed record DesignationsOverlap(Liaison Existing, IReadOnlyList<string> Path) : IUserError
{
    /// <summary>The other designation.</summary>
    public Liaison Existing { get; } = Existing;

    /// <inheritdoc/>
    public string Message =>
        Existing.EndedOn is { } end
            ? $"{Existing.Name} was the agency's liaison until {end:yyyy-MM-dd}; designate the next from that day or later."
            : $"{Existing.Name} is the agency's liaison from {Existing.DesignatedOn:yyyy-MM-dd}; a replacement begins on that day or later.";
}

/// <summary>There is no way to reach the person.</summary>
public sealed record LiaisonUnreachable(IReadOnlyList<string> Path) : IUserError
{
    /// <inheritdoc/>
    public string Message => "Give a telephone number or an e-mail address of the liaison.";
}

/// <summary>A text cannot be an e-mail address.</summary>
public sealed record NotAnEmailAddress(IReadOnlyList<string> Path) : IUserError
{
    /// <inheritdoc/>
    public string Message => EmailAddress.Expected;
}

/// <summary>Action 2: an agency designates its primary liaison and tells NPR.</summary>
public sealed class DesignateLiaison
{
    /// <summary>
    /// Designates an agency's primary liaison (action 2), and tells NPR. An agency has one at a time.
    /// </summary>
    /// <param name="input">Whom, and from when.</param>
    [Role(Roles.Submit)]
    public static Task<DesignateLiaisonPayload> DesignateLiaisonAsync(
        DesignateLiaisonInput input,
        Writing writing,
        CancellationToken cancellationToken
    ) =>
        writing.RunAsync(
            input,
            liaison => new DesignateLiaisonPayload { Liaison = liaison },
            session => DesignateAsync(input, session, cancellationToken),
            cancellationToken
        );

    private static async Task<Liaison?> DesignateAsync(
        DesignateLiaisonInput input,
        WriteSession session,
        CancellationToken cancellationToken
    )
    {
        var check = session.Input;
        check.Text(input.Name, 200, "name");
        check.Text(input.Title, 200, "title");
        check.Text(input.Office, 200, "office");
        check.Text(input.Phone, 50, "phone");
        check.Text(input.Email, 254, "email");
        if (input.Phone is null && input.Email is null)
            check.Refuse(new LiaisonUnreachable(check.Path("phone")));
        if (input.Email is { } email && !PlainText.IsEmpty(email) && !EmailAddress.IsPlausible(PlainText.Of(email)))
            check.Refuse(new NotAnEmailAddress(check.Path("email")));
        if (input.DesignatedOn > session.Today)
            check.Warn("The designation begins in the future.", "designatedOn");

        if (await session.AgencyAsync(input.AgencyId, check, cancellationToken) is not { } agency)
            return null;

        var before = await session.Db.Liaisons.Where(l => l.AgencyId == agency.Id).ToListAsync(cancellationToken);
        var open = before.Find(l => l.IsOpen);
        if (open is not null && !input.Replace)
            check.Refuse(new LiaisonAlreadyDesignated(open, check.Path("agencyId")));
        else if (before.Find(l => input.DesignatedOn < (l.EndedOn ?? l.DesignatedOn)) is { } overlapping)
            check.Refuse(new DesignationsOverlap(overlapping, check.Path("designatedOn")));
        if (!check.IsGood)
            return null;

        if (open is not null)
        {
            open.End(input.DesignatedOn);
            session.Announce(FeedKind.LiaisonDesignationEnded, open);
        }

        var liaison = new Liaison(
            agency.Id,
            input.Name,
            input.Title,
            input.Office,
            input.Phone,
            input.Email,
            input.Coverage,
            input.DesignatedOn,
            reportedAt: session.Now
        );
        session.Db.Add(liaison);
        session.Announce(FeedKind.LiaisonDesignated, liaison);
        return liaison;
    }
}

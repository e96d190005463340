using Cwa.Graph.Engine;
using Cwa.Model;
using GraphQL;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Graph;

/// <summary>What an agency heard, and where.</summary>
public sealed record RecordFindingInput : MutationInput
{
    /// <summary>The id of the agency that heard it.</summary>
    [Id]
    public required string AgencyId { get; init; }

    /// <summary>
    /// Whether it is about the services customers want or about their satisfaction with existing ones.
    /// </summary>
    public required FindingAbout About { get; init; }

    /// <summary>What was heard, 1–2000 characters.</summary>
    public required string Text { get; init; }

    /// <summary>The day on which the agency drew the finding.</summary>
    public required DateOnly FoundOn { get; init; }

    /// <summary>Where it was heard.</summary>
    public required FindingSourceInput Source { get; init; }
}

/// <summary>The finding, or why it was refused.</summary>
public sealed record RecordFindingPayload : Payload
{
    /// <summary>The finding; null when it was refused or only checked.</summary>
    public Finding? Finding { get; init; }
}

/// <summary>Where something was heard: give exactly one of the fields.</summary>
[OneOf]
public sealed record FindingSourceInput
{
    /// <summary>The id of an event that the agency holds, alone or with others.</summary>
    [Id]
    public string? EventId { get; init; }

    /// <summary>The id of a survey of the agency.</summary>
    [Id]
    public string? SurveyId { get; init; }
}

/// <summary>Action 1: what an agency heard from its customers.</summary>
public sealed class RecordFinding
{
    /// <summary>
    /// Records what an agency heard from its customers (action 1), at an event that it holds or in a survey of its own.
    /// </summary>
    /// <param name="input">What was heard, and where.</param>
    [Role(Roles.Submit)]
    public static Task<RecordFindingPayload> RecordFindingAsync(
        RecordFindingInput input,
        Writing writing,
        CancellationToken cancellationToken
    ) =>
        writing.RunAsync(
            input,
            finding => new RecordFindingPayload { Finding = finding },
            session => DoAsync(input, session, cancellationToken),
            cancellationToken
        );

    private static async Task<Finding?> DoAsync(
        RecordFindingInput input,
        WriteSession session,
        CancellationToken cancellationToken
    )
    {
        var check = session.Input;
        check.Text(input.Text, 2000, "text");
        if (input.FoundOn > session.Today)
            check.Warn("The finding is dated in the future.", "foundOn");
        if (await session.AgencyAsync(input.AgencyId, check, cancellationToken) is not { } agency)
            return null;

        var eventId = await EventAsync(input, agency, session, cancellationToken);
        var surveyId = await SurveyAsync(input, agency, session, cancellationToken);
        if (!check.IsGood)
            return null;

        var finding = new Finding(agency.Id, input.About, input.Text, input.FoundOn, eventId, surveyId);
        session.Db.Add(finding);
        session.Announce(FeedKind.FindingRecorded, finding);
        return finding;
    }

    private static async Task<Guid?> EventAsync(
        RecordFindingInput input,
        Agency agency,
        WriteSession session,
        CancellationToken cancellationToken
    )
    {
        if (input.Source.EventId is not { } id)
            return null;

        var source = session.Input.In("source");
        var key = NodeId.KeyOf(nameof(Event), id);
        var found = key is null
            ? null
            : await session
                .Db.Events.AsNoTracking()
                .SingleOrDefaultAsync(e => e.Id == key && e.Hosts.Any(h => h.AgencyId == agency.Id), cancellationToken);
        if (found is null)
            source.Refuse(new RecordNotFound(source.Path("eventId")));
        else if (input.FoundOn < found.StartsOn)
            session.Input.Warn("The finding is dated before the event.", "foundOn");
        return key;
    }

    private static async Task<Guid?> SurveyAsync(
        RecordFindingInput input,
        Agency agency,
        WriteSession session,
        CancellationToken cancellationToken
    )
    {
        if (input.Source.SurveyId is not { } id)
            return null;

        var source = session.Input.In("source");
        var key = NodeId.KeyOf(nameof(Survey), id);
        if (
            key is null
            || !await session.Db.Surveys.AnyAsync(s => s.Id == key && s.AgencyId == agency.Id, cancellationToken)
        )
            source.Refuse(new RecordNotFound(source.Path("surveyId")));
        return key;
    }
}

using Cwa.Graph.Engine;
using Cwa.Model;
using GraphQL;

namespace Cwa.Graph;

/// <summary>What data an agency looked at, and what it learned.</summary>
public sealed record RecordAnalysisInput : MutationInput
{
    /// <summary>The id of the agency that looked at its data.</summary>
    [Id]
    public required string AgencyId { get; init; }

    /// <summary>The first month of the data; it has begun.</summary>
    public required ReportMonth FromMonth { get; init; }

    /// <summary>The last month of the data.</summary>
    public required ReportMonth ToMonth { get; init; }

    /// <summary>The kinds of complaint that were looked at; left out when it was all of them.</summary>
    [DefaultAstValue("[]")]
    public IReadOnlyList<TopCategory> Categories { get; init; } = [];

    /// <summary>What was learned, 1–4000 characters.</summary>
    public required string Learned { get; init; }

    /// <summary>
    /// The day on which the analysis was finished, today at the latest. It counts for that day's year.
    /// </summary>
    public required DateOnly ConductedOn { get; init; }
}

/// <summary>The analysis, or why it was refused.</summary>
public sealed record RecordAnalysisPayload : Payload
{
    /// <summary>The analysis; null when it was refused or only checked.</summary>
    public Analysis? Analysis { get; init; }
}

/// <summary>Action 4: an agency analyzes the data that it receives.</summary>
public sealed class RecordAnalysis
{
    /// <summary>
    /// Records what an agency learned when it looked at a period's data (action 4), which it does at least once a year.
    /// </summary>
    /// <param name="input">What was learned.</param>
    [Role(Roles.Submit)]
    public static Task<RecordAnalysisPayload> RecordAnalysisAsync(
        RecordAnalysisInput input,
        Writing writing,
        CancellationToken cancellationToken
    ) =>
        writing.RunAsync(
            input,
            analysis => new RecordAnalysisPayload { Analysis = analysis },
            session => RecordAsync(input, session, cancellationToken),
            cancellationToken
        );

    private static async Task<Analysis?> RecordAsync(
        RecordAnalysisInput input,
        WriteSession session,
        CancellationToken cancellationToken
    )
    {
        var check = session.Input;
        Periods.Check(input.FromMonth, input.ToMonth, session);
        check.Text(input.Learned, 4000, "learned");
        check.HasCome(input.ConductedOn, session.Today, "conductedOn");
        if (input.ConductedOn < input.FromMonth.FirstDay)
            check.Warn("The analysis is dated before its data begin.", "conductedOn");
        if (await session.AgencyAsync(input.AgencyId, check, cancellationToken) is not { } agency || !check.IsGood)
            return null;

        var analysis = new Analysis(
            agency.Id,
            input.FromMonth,
            input.ToMonth,
            input.Categories,
            input.Learned,
            input.ConductedOn
        );
        session.Db.Add(analysis);
        session.Announce(FeedKind.AnalysisRecorded, analysis);
        return analysis;
    }
}

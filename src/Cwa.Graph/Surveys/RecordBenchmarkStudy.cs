using Cwa.Graph.Engine;
using Cwa.Model;
using GraphQL;

namespace Cwa.Graph;

/// <summary>With whom an agency compared itself, and how it fared.</summary>
public sealed record RecordBenchmarkStudyInput : MutationInput
{
    /// <summary>The id of the agency that compared itself.</summary>
    [Id]
    public required string AgencyId { get; init; }

    /// <summary>What was compared, for example "calls answered within three rings", 1–200 characters.</summary>
    public required string Measure { get; init; }

    /// <summary>The company or agency taken for the best in business, 1–200 characters.</summary>
    public required string Partner { get; init; }

    /// <summary>The partner's score, in the unit.</summary>
    public required double PartnerScore { get; init; }

    /// <summary>The agency's own score, in the unit.</summary>
    public required double OwnScore { get; init; }

    /// <summary>The unit of both scores, for example "percent", 1–100 characters.</summary>
    public required string Unit { get; init; }

    /// <summary>The day on which the study was finished, today at the latest. It counts for that day's year.</summary>
    public required DateOnly ConductedOn { get; init; }
}

/// <summary>The study, or why it was refused.</summary>
public sealed record RecordBenchmarkStudyPayload : Payload
{
    /// <summary>The study; null when it was refused or only checked.</summary>
    public BenchmarkStudy? BenchmarkStudy { get; init; }
}

/// <summary>Action 6: an agency compares itself with the best in business.</summary>
public sealed class RecordBenchmarkStudy
{
    /// <summary>
    /// Records a comparison of an agency's service with the best in business (action 6; Executive Order 12862).
    /// </summary>
    /// <param name="input">What was compared.</param>
    [Role(Roles.Submit)]
    public static Task<RecordBenchmarkStudyPayload> RecordBenchmarkStudyAsync(
        RecordBenchmarkStudyInput input,
        Writing writing,
        CancellationToken cancellationToken
    ) =>
        writing.RunAsync(
            input,
            study => new RecordBenchmarkStudyPayload { BenchmarkStudy = study },
            session => RecordAsync(input, session, cancellationToken),
            cancellationToken
        );

    private static async Task<BenchmarkStudy?> RecordAsync(
        RecordBenchmarkStudyInput input,
        WriteSession session,
        CancellationToken cancellationToken
    )
    {
        var check = session.Input;
        check.Text(input.Measure, 200, "measure");
        check.Text(input.Partner, 200, "partner");
        check.Text(input.Unit, 100, "unit");
        check.HasCome(input.ConductedOn, session.Today, "conductedOn");
        if (await session.AgencyAsync(input.AgencyId, check, cancellationToken) is not { } agency || !check.IsGood)
            return null;

        var study = new BenchmarkStudy(
            agency.Id,
            input.Measure,
            input.Partner,
            input.PartnerScore,
            input.OwnScore,
            input.Unit,
            input.ConductedOn
        );
        session.Db.Add(study);
        session.Announce(FeedKind.BenchmarkStudyRecorded, study);
        return study;
    }
}

using Microsoft.EntityFrameworkCore;

namespace Cwa.Model;

/// <summary>What problem-solving days and other events achieved.</summary>
internal sealed class ProblemSolvingOutcomeRows()
    : VerbRows<RecordProblemSolvingOutcome, ProblemSolvingOutcome>("problem-solving-outcomes")
{
    public override IReadOnlyList<string> Key { get; } = [nameof(ProblemSolvingOutcome.EventId)];

    protected override IReadOnlyList<string> PassedOver => ["agency_name", "description", "recorded_at", "updated_at"];

    protected override IReadOnlyDictionary<string, string[]> Words => ColumnWords.OfOutcomes;

    protected override IReadOnlyDictionary<string, string> Example => ImportExamples.OfOutcomes;

    public override IQueryable<ProblemSolvingOutcome> Stored(
        CwaDbContext db,
        IReadOnlyList<RecordProblemSolvingOutcome> said
    )
    {
        var keys = said.Select(outcome => outcome.EventId.Key).OfType<Guid>().Distinct().ToList();
        return db.ProblemSolvingOutcomes.Where(outcome => EF.Parameter(keys).Contains(outcome.EventId));
    }
}

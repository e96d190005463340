using Microsoft.EntityFrameworkCore;

namespace Cwa.Model;

/// <summary>What was heard at events, in surveys or in programs.</summary>
internal sealed class FindingRows() : VerbRows<RecordFinding, Finding>("findings")
{
    public override IReadOnlyList<string> Key { get; } =
    [
        nameof(Finding.AgencyId),
        nameof(Finding.About),
        nameof(Finding.Text),
        nameof(Finding.FoundOn),
        nameof(Finding.EventId),
        nameof(Finding.SurveyId),
        nameof(Finding.ProgramId),
    ];

    protected override IReadOnlyDictionary<string, string[]> Words => ColumnWords.OfFindings;

    protected override IReadOnlyDictionary<string, string> Example => ImportExamples.OfFindings;

    // The common theme follows from the agency's own.
    public override bool IsComparable(RecordFinding verb, string property) =>
        property != nameof(RecordFinding.Theme) || verb.Theme is not null || verb.OwnThemeId is null;

    public override IQueryable<Finding> Stored(CwaDbContext db, IReadOnlyList<RecordFinding> said)
    {
        var agencies = said.Select(finding => finding.AgencyId.Key).OfType<Guid>().Distinct().ToList();
        var days = said.Select(finding => finding.FoundOn).Distinct().ToList();
        return db.Findings.Where(finding =>
            EF.Parameter(agencies).Contains(finding.AgencyId) && EF.Parameter(days).Contains(finding.FoundOn)
        );
    }
}

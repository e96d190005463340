using Microsoft.EntityFrameworkCore;

namespace Cwa.Model;

/// <summary>Comparisons with the best in business.</summary>
internal sealed class BenchmarkStudyRows() : VerbRows<RecordBenchmarkStudy, BenchmarkStudy>("benchmark-studies")
{
    public override IReadOnlyList<string> Key { get; } =
    [
        nameof(BenchmarkStudy.AgencyId),
        nameof(BenchmarkStudy.Measure),
        nameof(BenchmarkStudy.Partner),
        nameof(BenchmarkStudy.ConductedOn),
    ];

    protected override IReadOnlyDictionary<string, string[]> Words => ColumnWords.OfBenchmarkStudies;

    protected override IReadOnlyDictionary<string, string> Example => ImportExamples.OfBenchmarkStudies;

    public override IQueryable<BenchmarkStudy> Stored(CwaDbContext db, IReadOnlyList<RecordBenchmarkStudy> said)
    {
        var agencies = said.Select(study => study.AgencyId.Key).OfType<Guid>().Distinct().ToList();
        var days = said.Select(study => study.ConductedOn).Distinct().ToList();
        return db.BenchmarkStudies.Where(study =>
            EF.Parameter(agencies).Contains(study.AgencyId) && EF.Parameter(days).Contains(study.ConductedOn)
        );
    }
}

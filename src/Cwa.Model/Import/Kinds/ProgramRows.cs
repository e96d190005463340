using Microsoft.EntityFrameworkCore;

namespace Cwa.Model;

/// <summary>Continuing programs.</summary>
internal sealed class ProgramRows() : VerbRows<CreateProgram, Program>("programs")
{
    public override IReadOnlyList<string> Key { get; } = [nameof(Program.AgencyId), nameof(Program.Name)];

    protected override IReadOnlyDictionary<string, string[]> Words => ColumnWords.OfPrograms;

    protected override IReadOnlyDictionary<string, string> Example => ImportExamples.OfPrograms;

    public override IQueryable<Program> Stored(CwaDbContext db, IReadOnlyList<CreateProgram> said)
    {
        var agencies = said.Select(program => program.AgencyId.Key).OfType<Guid>().Distinct().ToList();
        var names = said.Select(program => program.Name).Distinct().ToList();
        return db.Programs.Where(program =>
            EF.Parameter(agencies).Contains(program.AgencyId) && EF.Parameter(names).Contains(program.Name)
        );
    }
}

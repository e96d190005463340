using Microsoft.EntityFrameworkCore;

namespace Cwa.Model;

/// <summary>Designations of liaisons. A file designates one new liaison for each agency.</summary>
internal sealed class LiaisonRows() : VerbRows<DesignateLiaison, Liaison>("liaisons")
{
    public override IReadOnlyList<string> Key { get; } =
    [nameof(Liaison.AgencyId), nameof(Liaison.Name), nameof(Liaison.DesignatedOn)];

    public override IReadOnlyList<string> OncePerFile { get; } = [nameof(Liaison.AgencyId)];

    protected override IReadOnlyList<string> PassedOver => [.. base.PassedOver, "reported_at", "ended_on"];

    protected override IReadOnlyDictionary<string, string[]> Words => ColumnWords.OfLiaisons;

    protected override IReadOnlyDictionary<string, string> Example => ImportExamples.OfLiaisons;

    public override IQueryable<Liaison> Stored(CwaDbContext db, IReadOnlyList<DesignateLiaison> said)
    {
        var agencies = said.Select(liaison => liaison.AgencyId.Key).OfType<Guid>().Distinct().ToList();
        return db.Liaisons.Where(liaison => EF.Parameter(agencies).Contains(liaison.AgencyId));
    }
}

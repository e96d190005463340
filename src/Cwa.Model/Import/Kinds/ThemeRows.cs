using Microsoft.EntityFrameworkCore;

namespace Cwa.Model;

/// <summary>Agencies' own themes. To rename or retire one, use the mutations.</summary>
internal sealed class ThemeRows() : VerbRows<DefineAgencyTheme, AgencyTheme>("themes")
{
    public override IReadOnlyList<string> Key { get; } = [nameof(AgencyTheme.AgencyId), nameof(AgencyTheme.Name)];

    protected override IReadOnlyList<string> PassedOver => [.. base.PassedOver, "retired_on"];

    protected override IReadOnlyDictionary<string, string[]> Words => ColumnWords.OfThemes;

    protected override IReadOnlyDictionary<string, string> Example => ImportExamples.OfThemes;

    public override IQueryable<AgencyTheme> Stored(CwaDbContext db, IReadOnlyList<DefineAgencyTheme> said)
    {
        var agencies = said.Select(theme => theme.AgencyId.Key).OfType<Guid>().Distinct().ToList();
        return db.AgencyThemes.Where(theme => EF.Parameter(agencies).Contains(theme.AgencyId));
    }

    // A name in other letters is still the name.
    public override bool IsComparable(DefineAgencyTheme verb, string property) =>
        property != nameof(DefineAgencyTheme.Name);
}

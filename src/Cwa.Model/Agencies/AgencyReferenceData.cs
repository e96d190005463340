using System.Text;
using CsvHelper;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Model;

/// <summary>The agencies of 1998, collected for this project and embedded in the assembly.</summary>
public static class AgencyReferenceData
{
    private static readonly DateTime Instant = Agency.DirectiveDay.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);

    /// <summary>
    /// Adds the agencies that are missing and updates the others, by abbreviation. Agencies that are not in the data
    /// stay.
    /// </summary>
    /// <returns>How many agencies the reference data hold.</returns>
    public static async Task<int> LoadAsync(CwaDbContext db, CancellationToken cancellationToken)
    {
        using var resource = typeof(AgencyReferenceData).Assembly.GetManifestResourceStream(
            "Cwa.Model.Agencies.agencies-1998.csv"
        )!;
        using var text = new StreamReader(resource, Encoding.UTF8);
        return await LoadAsync(db, text, cancellationToken);
    }

    /// <summary>Loads agencies from CSV with the same columns, parents before their components.</summary>
    /// <exception cref="InvalidDataException">A line names a parent that neither an earlier line nor the database
    /// has.</exception>
    internal static async Task<int> LoadAsync(CwaDbContext db, TextReader text, CancellationToken cancellationToken)
    {
        using var csv = CsvReader.Create(text);
        var rows = csv.GetRecords<AgencyRow>().ToList();

        var agencies = await db.Agencies.ToDictionaryAsync(
            agency => agency.AbbreviationSearch,
            SearchText.Same,
            cancellationToken
        );
        foreach (var row in rows)
            Load(row);

        // The parent of an agency that is not in the data may have moved to another level.
        foreach (var agency in agencies.Values.OrderBy(agency => agency.Depth))
            agency.PlaceUnder(agency.Parent);

        await db.SaveChangesAsync(cancellationToken);
        return rows.Count;

        void Load(AgencyRow row)
        {
            var kind = Enum.Parse<AgencyKind>(row.Kind.Replace("_", "", StringComparison.Ordinal), ignoreCase: true);
            var directive = Enum.Parse<DirectiveStanding>(row.Directive, ignoreCase: true);
            Agency? parent = null;
            if (row.Parent is not "" && !agencies.TryGetValue(row.Parent, out parent))
                throw new InvalidDataException($"{row.Abbreviation} has an unknown parent, {row.Parent}.");

            if (agencies.TryGetValue(row.Abbreviation, out var known))
            {
                known.Reload(
                    row.Name,
                    kind,
                    parent,
                    directive,
                    row.Basis,
                    row.HighImpact,
                    known.ActiveFrom,
                    row.ActiveTo
                );
                return;
            }

            var agency = new Agency(
                row.Abbreviation,
                row.Name,
                kind,
                parent,
                directive,
                row.Basis,
                row.HighImpact,
                activeTo: row.ActiveTo,
                id: DeterministicGuid.V7(Instant, $"agency {row.Abbreviation}")
            );
            agencies.Add(agency.AbbreviationSearch, db.Agencies.Add(agency).Entity);
        }
    }
}

using Microsoft.EntityFrameworkCore;

namespace Cwa.Model;

/// <summary>Works out anew how texts are searched that were stored before the form was what it is.</summary>
public static class SearchTextUpdate
{
    // What a migration leaves where it cannot work out the form, followed by the id: no form has a line break.
    private const string Unknown = "\n";
    private const int BatchSize = 500;

    /// <summary>
    /// Works out what a migration has marked, in batches; where nothing is, a few statements find that out.
    /// </summary>
    /// <remarks>
    /// Names that are now the same were stored as different: the first keeps the name, the others stay apart by their
    /// ids.
    /// </remarks>
    public static async Task SearchAnewAsync(this CwaDbContext db, CancellationToken cancellationToken)
    {
        await InBatchesAsync(
            db,
            after =>
                db.Agencies.Where(a => a.NameSearch == Unknown && a.Id > after)
                    .OrderBy(a => a.Id)
                    .Select(a => new Stored(a.Id, a.Name)),
            (id, form) =>
                db
                    .Agencies.Where(a => a.Id == id)
                    .ExecuteUpdateAsync(x => x.SetProperty(a => a.NameSearch, form), cancellationToken),
            cancellationToken
        );
        await InBatchesAsync(
            db,
            after =>
                db.Liaisons.Where(l => l.NameSearch == Unknown && l.Id > after)
                    .OrderBy(l => l.Id)
                    .Select(l => new Stored(l.Id, l.Name)),
            (id, form) =>
                db
                    .Liaisons.Where(l => l.Id == id)
                    .ExecuteUpdateAsync(x => x.SetProperty(l => l.NameSearch, form), cancellationToken),
            cancellationToken
        );
        await InBatchesAsync(
            db,
            after =>
                db.Events.Where(e => e.TitleSearch == Unknown && e.Id > after)
                    .OrderBy(e => e.Id)
                    .Select(e => new Stored(e.Id, e.Title)),
            (id, form) =>
                db
                    .Events.Where(e => e.Id == id)
                    .ExecuteUpdateAsync(x => x.SetProperty(e => e.TitleSearch, form), cancellationToken),
            cancellationToken
        );
        await InBatchesAsync(
            db,
            after =>
                db.AnnualStatements.Where(s => s.TextSearch == Unknown && s.Id > after)
                    .OrderBy(s => s.Id)
                    .Select(s => new Stored(s.Id, s.Text)),
            (id, form) =>
                db
                    .AnnualStatements.Where(s => s.Id == id)
                    .ExecuteUpdateAsync(x => x.SetProperty(s => s.TextSearch, form), cancellationToken),
            cancellationToken
        );
        await NamesAsync(db, cancellationToken);
    }

    // Servers that start together go the same way, and each name is given once.
    private static async Task NamesAsync(CwaDbContext db, CancellationToken cancellationToken)
    {
        var agencies = await db
            .Agencies.Where(a => a.AbbreviationSearch.StartsWith(Unknown))
            .OrderBy(a => a.RecordedAt)
            .ThenBy(a => a.Id)
            .Select(a => new Stored(a.Id, a.Abbreviation))
            .ToListAsync(cancellationToken);
        foreach (var (id, abbreviation) in agencies)
        {
            var form = SearchText.Normalize(abbreviation);
            var name = await db.Agencies.AnyAsync(a => a.Id != id && a.AbbreviationSearch == form, cancellationToken)
                ? Apart(form, id)
                : form;
            await db
                .Agencies.Where(a => a.Id == id && a.AbbreviationSearch.StartsWith(Unknown))
                .ExecuteUpdateAsync(x => x.SetProperty(a => a.AbbreviationSearch, name), cancellationToken);
        }

        var categories = await db
            .ComplaintCategories.Where(c => c.NameSearch.StartsWith(Unknown))
            .OrderBy(c => c.RecordedAt)
            .ThenBy(c => c.Id)
            .Select(c => new
            {
                c.Id,
                c.AgencyId,
                c.Name,
            })
            .ToListAsync(cancellationToken);
        foreach (var category in categories)
        {
            var form = SearchText.Normalize(category.Name);
            var isTaken = await db.ComplaintCategories.AnyAsync(
                c => c.AgencyId == category.AgencyId && c.Id != category.Id && c.NameSearch == form,
                cancellationToken
            );
            var name = isTaken ? Apart(form, category.Id) : form;
            await db
                .ComplaintCategories.Where(c => c.Id == category.Id && c.NameSearch.StartsWith(Unknown))
                .ExecuteUpdateAsync(x => x.SetProperty(c => c.NameSearch, name), cancellationToken);
        }
    }

    private static string Apart(string form, Guid id) => $"{form} {id:N}";

    private static async Task InBatchesAsync(
        CwaDbContext db,
        Func<Guid, IQueryable<Stored>> next,
        Func<Guid, string, Task> put,
        CancellationToken cancellationToken
    )
    {
        for (var batch = await NextAsync(Guid.Empty); batch is not []; batch = await NextAsync(batch[^1].Id))
        {
            await using var transaction = await db.BeginWriteAsync(cancellationToken);
            foreach (var (id, text) in batch)
                await put(id, SearchText.Normalize(text));
            await transaction.CommitAsync(cancellationToken);
        }

        Task<List<Stored>> NextAsync(Guid after) => next(after).Take(BatchSize).ToListAsync(cancellationToken);
    }

    private sealed record Stored(Guid Id, string Text);
}

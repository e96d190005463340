using Microsoft.EntityFrameworkCore;

namespace Cwa.Model;

/// <summary>Reads a file's rows, checks them and stores them all, or none of them.</summary>
internal sealed class ImportPass(
    ImportKind kind,
    ImportSource source,
    FileSurvey survey,
    ImportOptions options,
    IProgress<ImportProgress>? progress
)
{
    private const int ReportEvery = 1000;

    // How often the rows are checked anew because the agencies' records have changed meanwhile.
    private const int MostAttempts = 3;

    private long _rows;

    public async Task<ImportResult> RunAsync(
        IDbContextFactory<CwaDbContext> contexts,
        CancellationToken cancellationToken
    )
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (options.DryRun)
            return (await CheckAsync(db, cancellationToken)).Result;

        // A file of agencies can move all others. It is short, and is stored while nobody else writes.
        for (var attempt = 0; survey.Agencies is not null && attempt < MostAttempts; attempt++)
        {
            if (await StageAsync(db, cancellationToken) is { } result)
                return result;
        }

        // A file with errors, or one that changes nothing, keeps no writer waiting.
        var (found, changes) = await CheckAsync(db, cancellationToken);
        return changes ? await StoreAsync(db, cancellationToken) : found with { Committed = found.ErrorCount == 0 };
    }

    /// <summary>Only checks the rows. Nothing is written, so nobody waits.</summary>
    private async Task<(ImportResult Result, bool Changes)> CheckAsync(
        CwaDbContext db,
        CancellationToken cancellationToken
    )
    {
        await using var reading = await db.BeginReadAsync(cancellationToken);
        var session = await BeginAsync(db, options with { DryRun = true }, cancellationToken);
        return (await ReadAsync(session, cancellationToken), session.Changes);
    }

    /// <summary>
    /// Checks and stages the rows, and puts them into place by a short transaction. Others write meanwhile.
    /// </summary>
    /// <returns>Null if something was written for the agencies meanwhile: the rows must be checked anew.</returns>
    private async Task<ImportResult?> StageAsync(CwaDbContext db, CancellationToken cancellationToken)
    {
        await using var staged = await StagedRows.OpenAsync(db, cancellationToken);
        var session = await BeginAsync(db, options, cancellationToken);
        var agencies = session.Own(survey.Agencies);
        var written = await WrittenAsync(db, agencies, cancellationToken);
        var result = await ReadAsync(session, cancellationToken);
        if (result.ErrorCount > 0 || !session.Changes)
            return await WrittenAsync(db, agencies, cancellationToken) == written
                ? result with
                {
                    Committed = result.ErrorCount == 0,
                }
                : null;

        await using var writing = await db.BeginWriteAsync(cancellationToken);
        await db.LockAgenciesAsync(agencies, cancellationToken);
        if (staged.IsChangedTwice || await WrittenAsync(db, agencies, cancellationToken) != written)
            return null;

        await staged.PublishAsync(cancellationToken);
        await session.AnnounceAsync(cancellationToken);
        await writing.CommitAsync(cancellationToken);
        return result with { Committed = true };
    }

    /// <summary>Checks and stores the rows while nobody else writes for the agencies.</summary>
    private async Task<ImportResult> StoreAsync(CwaDbContext db, CancellationToken cancellationToken)
    {
        await using var writing = await db.BeginWriteAsync(cancellationToken);
        var session = await BeginAsync(db, options, cancellationToken);
        // All at once and before anything is written: two imports that took these locks row by row could wait for each
        // other.
        await db.LockAgenciesAsync(session.Own(survey.Agencies), cancellationToken);
        var result = await ReadAsync(session, cancellationToken);
        if (result.ErrorCount > 0)
            return result;

        await session.AnnounceAsync(cancellationToken);
        await writing.CommitAsync(cancellationToken);
        return result with { Committed = true };
    }

    // Whatever is written for an agency stands in its audit trail.
    private Task<int> WrittenAsync(CwaDbContext db, Guid[] agencies, CancellationToken cancellationToken)
    {
        var written = db.AuditEntries.Where(entry => agencies.Contains(entry.AgencyId!.Value));
        return kind.DependsOn is { } kinds
            ? written.CountAsync(entry => kinds.Contains(entry.SubjectKind), cancellationToken)
            : written.CountAsync(cancellationToken);
    }

    private async Task<ImportSession> BeginAsync(
        CwaDbContext db,
        ImportOptions options,
        CancellationToken cancellationToken
    )
    {
        db.ChangeTracker.Clear();
        var session = new ImportSession(db, options, new(Tell));
        await session.LoadAgenciesAsync(cancellationToken);
        return session;
    }

    private void Tell(ImportError found) => progress?.Report(new(_rows, found));

    private async Task<ImportResult> ReadAsync(ImportSession session, CancellationToken cancellationToken)
    {
        var errors = session.Errors;
        foreach (var remark in source.Remarks)
            errors.WarnOfFile(remark);
        using var file = await ImportFile.OpenAsync(kind, source, survey, errors, options, cancellationToken);
        if (file is null)
            return errors.Result(rows: 0);

        var import = kind.Begin(session);
        while (await file.ReadAsync(cancellationToken))
        {
            _rows = file.Rows;
            if (!session.PassesOver(file.Row))
                await import.AddAsync(file.Row, cancellationToken);
            if (_rows == 1 || _rows % ReportEvery == 0)
                progress?.Report(new(_rows));
        }

        await import.FinishAsync(cancellationToken);
        progress?.Report(new(file.Rows));
        return errors.Any
            ? errors.Result(file.Rows)
            : errors.Result(file.Rows) with
            {
                Inserted = session.Inserted,
                Updated = session.Updated,
                Unchanged = session.Unchanged,
            };
    }
}

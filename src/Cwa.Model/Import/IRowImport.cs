namespace Cwa.Model;

/// <summary>Takes the rows of one kind of file, one after the other.</summary>
internal interface IRowImport
{
    /// <summary>Checks a row, which is only valid during the call, and writes it now or later.</summary>
    Task AddAsync(ImportRow row, CancellationToken cancellationToken);

    /// <summary>Checks and writes what is left after the last row.</summary>
    Task FinishAsync(CancellationToken cancellationToken);
}

namespace Cwa.Model;

/// <summary>Imports the rows of one kind of file, one after another.</summary>
internal interface IRowImport
{
    /// <summary>Checks a row and writes it now or later. The row is valid only during the call.</summary>
    Task AddAsync(ImportRow row, CancellationToken cancellationToken);

    /// <summary>Checks and writes what is left after the last row.</summary>
    Task FinishAsync(CancellationToken cancellationToken);
}

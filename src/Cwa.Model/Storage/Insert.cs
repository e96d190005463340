using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Update;

namespace Cwa.Model;

/// <summary>A statement that inserts rows.</summary>
internal sealed record Insert(
    string Sql,
    IReadOnlyList<(string Name, RelationalTypeMapping Type, object? Value)> Parameters,
    IReadOnlyList<IUpdateEntry> Rows
);

using System.ComponentModel.DataAnnotations;

namespace Cwa.Graph.Engine;

/// <summary>Which documents are known by their hash: the section `Documents` of the configuration.</summary>
public sealed class DocumentSettings
{
    /// <summary>A folder with further trusted documents: the `*.graphql` files in it and below it.</summary>
    [Folder]
    public string? Folder { get; init; }

    /// <summary>Whether callers who are not signed in may run trusted documents only.</summary>
    public bool PublicRunsTrustedOnly { get; init; }

    /// <summary>
    /// How many documents clients may register by sending their hash and text once; those used longest ago are
    /// forgotten. 0 registers none. A registered document is not a trusted one.
    /// </summary>
    [Range(0, 100_000)]
    public int Registered { get; init; }
}

using System.Security.Cryptography;
using System.Text;
using Microsoft.Net.Http.Headers;

namespace Cwa.Graph.Engine;

/// <summary>Serves the schema as SDL, with an ETag by which a client sees whether it has changed.</summary>
[Service]
public sealed class SchemaEndpoint
{
    private readonly byte[] _sdl;
    private readonly EntityTagHeaderValue _tag;

    /// <summary>Prints the schema once.</summary>
    public SchemaEndpoint(GraphSchema schema)
    {
        _sdl = Encoding.UTF8.GetBytes(schema.ToSdl());
        _tag = new($"\"{Convert.ToHexStringLower(SHA256.HashData(_sdl))[..32]}\"");
    }

    internal static IResult Serve(SchemaEndpoint schema) => schema.File();

    internal IResult File() => Results.Bytes(_sdl, "text/plain; charset=utf-8", entityTag: _tag);
}

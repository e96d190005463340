using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using GraphQL;
using GraphQL.Resolvers;
using GraphQL.Types;

namespace Cwa.Graph.Engine;

/// <summary>Resolves the id of an object to its node id.</summary>
internal sealed class NodeIdResolver<T>(IGraphType type, Func<T, Guid> key)
    : IFieldResolver,
        IPropertyResolver,
        IReadsProperties
    where T : class
{
    public IReadOnlyList<string> Reads => [];

    public object Get(object source) => NodeId.Encode(type.Name, key((T)source));

    public ValueTask<object?> ResolveAsync(IResolveFieldContext context) => new(Get(context.Source!));

    public ScalarWriter WriterOf(ScalarGraphType scalar, bool isRequired) => new Writer(type.Name, key);

    // The same text as Get's, without a string of its own for each object.
    private sealed class Writer(string type, Func<T, Guid> key) : ScalarWriter
    {
        private const int KeyLength = 32;
        private readonly byte[] _type = Encoding.UTF8.GetBytes(type + ":");

        public override bool Fits(object source) => true;

        public override void Write(Utf8JsonWriter writer, object source)
        {
            Span<byte> plain = stackalloc byte[_type.Length + KeyLength];
            _type.CopyTo(plain);
            key((T)source).TryFormat(plain[_type.Length..], out _, "N");
            Span<byte> text = stackalloc byte[Base64Url.GetEncodedLength(plain.Length)];
            Base64Url.EncodeToUtf8(plain, text);
            writer.WriteStringValue(text);
        }
    }
}
